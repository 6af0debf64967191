/** Pages that show the flow: processes, decision tables, steps that failed. */
@NullMarked
package jp.otodoke.workflow.web;

import org.jspecify.annotations.NullMarked;
