@NullMarked
package jp.otodoke.shared.export;

import org.jspecify.annotations.NullMarked;
