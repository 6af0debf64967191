/** What partners' CSV files have in common: CP932, CRLF, one header, rows of one width. */
@NullMarked
@NamedInterface("csv")
package jp.otodoke.partners.exchange.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
