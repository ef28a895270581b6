/** Directory, grants and mail over tables: all their records, made into ports in one place. */
@NullMarked
package dev.porchlight.rows.records;

import org.jspecify.annotations.NullMarked;
