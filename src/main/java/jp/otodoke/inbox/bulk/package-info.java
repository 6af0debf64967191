/** Bulk loading of tasks for demo data. */
@NullMarked
package jp.otodoke.inbox.bulk;

import org.jspecify.annotations.NullMarked;
