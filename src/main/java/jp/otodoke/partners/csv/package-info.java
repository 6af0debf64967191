/** What partners' CSV files have in common: CP932, CRLF, one header, rows of one width. */
@NullMarked
package jp.otodoke.partners.csv;

import org.jspecify.annotations.NullMarked;
