/** Uploads of products, customers and postal codes. */
@NullMarked
package jp.otodoke.importing.web;

import org.jspecify.annotations.NullMarked;
