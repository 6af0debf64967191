/** Files with products, customers and postal codes, by upload. */
@NullMarked
package jp.otodoke.importing.web;

import org.jspecify.annotations.NullMarked;
