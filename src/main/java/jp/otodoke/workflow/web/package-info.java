/** Tasks, processes and incidents for other programs and on screen. */
@NullMarked
package jp.otodoke.workflow.web;

import org.jspecify.annotations.NullMarked;
