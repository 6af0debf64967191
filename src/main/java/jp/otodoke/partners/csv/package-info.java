/** How CSV files of partners are read and written: CP932, CRLF, header row. */
@NullMarked
package jp.otodoke.partners.csv;

import org.jspecify.annotations.NullMarked;
