/** Bulk loading of past cases for demo data. */
@NullMarked
package jp.otodoke.workflow.bulk;

import org.jspecify.annotations.NullMarked;
