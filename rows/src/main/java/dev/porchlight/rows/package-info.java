/**
 * Directory, grants and mail as rows of ordered tables: the same records and indexes for every store whose engine has such
 * tables, or something that can be asked as if it were.
 */
@NullMarked
package dev.porchlight.rows;

import org.jspecify.annotations.NullMarked;
