/** The files over HTTP. */
@NullMarked
package jp.otodoke.partners.cardupdate.web;

import org.jspecify.annotations.NullMarked;
