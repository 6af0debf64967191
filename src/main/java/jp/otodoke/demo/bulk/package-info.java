/** Scripts that compose invented data by SQL and hand the rows to the modules that own the tables. */
@NullMarked
package jp.otodoke.demo.bulk;

import org.jspecify.annotations.NullMarked;
