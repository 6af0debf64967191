@NullMarked
package jp.otodoke.importing.scale;

import org.jspecify.annotations.NullMarked;
