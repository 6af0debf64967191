package jp.otodoke.subscriptions;

import java.time.LocalDate;

/** The turn that is due next. */
public record NextTurn(int turn, LocalDate nominal, LocalDate delivery) {}
