/** How CSV files of partners are read and written: CP932, CRLF, header row. */
@NullMarked
@NamedInterface("csv")
package jp.otodoke.partners.exchange.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
