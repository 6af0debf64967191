/** A mail server inside the application that delivers nothing and shows everything. */
@NullMarked
package jp.otodoke.demo.mail;

import org.jspecify.annotations.NullMarked;
