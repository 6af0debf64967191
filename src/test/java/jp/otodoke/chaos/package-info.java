/** What the application survives: being killed, and partners that fail. */
@NullMarked
package jp.otodoke.chaos;

import org.jspecify.annotations.NullMarked;
