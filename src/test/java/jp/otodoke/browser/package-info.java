@NullMarked
package jp.otodoke.browser;

import org.jspecify.annotations.NullMarked;
