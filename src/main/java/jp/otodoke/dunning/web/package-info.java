/** Pages and API of dunning. */
@NullMarked
package jp.otodoke.dunning.web;

import org.jspecify.annotations.NullMarked;
