/** The embedded PostgreSQL server of demo and tests. */
@NullMarked
package jp.otodoke.shared.postgres;

import org.jspecify.annotations.NullMarked;
