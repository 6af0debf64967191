/** Process and incident pages and API. */
@NullMarked
package jp.otodoke.workflow.web;

import org.jspecify.annotations.NullMarked;
