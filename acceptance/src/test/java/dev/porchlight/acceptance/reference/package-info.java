/** The reference pages in a real browser, from the file system. */
package dev.porchlight.acceptance.reference;
