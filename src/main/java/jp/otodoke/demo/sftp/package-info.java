/** The SFTP server of demo and tests, with a home for each partner. */
@NullMarked
package jp.otodoke.demo.sftp;

import org.jspecify.annotations.NullMarked;
