@NullMarked
package jp.otodoke.importing;

import org.jspecify.annotations.NullMarked;
