/**
 * The other side in a demo: a warehouse, a carrier, a card gateway, a bank and a shop that live in
 * tables and talk to Otodoke only as real partners do, by files and HTTP. Never in production.
 */
@NullMarked
package jp.otodoke.demo.simulators;

import org.jspecify.annotations.NullMarked;
