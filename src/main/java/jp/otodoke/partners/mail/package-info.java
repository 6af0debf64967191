/** Mail to customers: queued, written from templates, sent over SMTP, caught in the demo. */
@NullMarked
package jp.otodoke.partners.mail;

import org.jspecify.annotations.NullMarked;
