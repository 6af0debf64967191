@NullMarked
package jp.otodoke.importing.demo;

import org.jspecify.annotations.NullMarked;
