package jp.otodoke.subscriptions;

/**
 * The firm's terms of subscriptions.
 *
 * @param makeDays so many days before its delivery the order of a turn is made
 * @param changeDays until so many working days before its delivery a turn can be changed
 * @param shift to which side deliveries move if a day is closed
 * @param earlyDays how many days earlier than necessary goods may leave where the warehouse is closed
 */
public record SubscriptionPolicy(int makeDays, int changeDays, Shift shift, int earlyDays) {}
