@NullMarked
package jp.otodoke.shared.web;

import org.jspecify.annotations.NullMarked;
