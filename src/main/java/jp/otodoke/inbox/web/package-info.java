/** Tasks for other programs. */
@NullMarked
package jp.otodoke.inbox.web;

import org.jspecify.annotations.NullMarked;
