@NullMarked
package jp.otodoke.media.web;

import org.jspecify.annotations.NullMarked;
