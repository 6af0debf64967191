@NullMarked
package jp.otodoke.shared.pages;

import org.jspecify.annotations.NullMarked;
