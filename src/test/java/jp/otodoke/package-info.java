/** What all tests share, and the tests of the house as a whole. */
@NullMarked
package jp.otodoke;

import org.jspecify.annotations.NullMarked;
