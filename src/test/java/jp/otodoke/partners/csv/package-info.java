@NullMarked
package jp.otodoke.partners.csv;

import org.jspecify.annotations.NullMarked;
