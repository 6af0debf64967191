/** Scripts that generate data by SQL and pass the rows to the modules that own the tables. */
@NullMarked
package jp.otodoke.demo.bulk;

import org.jspecify.annotations.NullMarked;
