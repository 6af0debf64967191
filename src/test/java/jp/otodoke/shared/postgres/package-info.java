/** The embedded server, started and stopped for real. */
@NullMarked
package jp.otodoke.shared.postgres;

import org.jspecify.annotations.NullMarked;
