/** The embedded PostgreSQL server of demo and tests. */
@NullMarked
package jp.otodoke.platform.postgres;

import org.jspecify.annotations.NullMarked;
