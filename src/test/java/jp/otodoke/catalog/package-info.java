@NullMarked
package jp.otodoke.catalog;

import org.jspecify.annotations.NullMarked;
