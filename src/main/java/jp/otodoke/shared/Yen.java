package jp.otodoke.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.function.Function;

/** An amount of whole yen; may be negative. Arithmetic is exact and fails on overflow. */
public record Yen(@JsonValue long amount) implements Comparable<Yen> {
    public static final Yen ZERO = new Yen(0);

    @JsonCreator
    public static Yen of(long amount) {
        return amount == 0 ? ZERO : new Yen(amount);
    }

    /** For type conversion, which knows only this form. */
    public static Yen valueOf(Long amount) {
        return of(amount);
    }

    public static Yen sum(Collection<Yen> amounts) {
        return amounts.stream().reduce(ZERO, Yen::plus);
    }

    public static <T> Yen sum(Collection<T> things, Function<T, Yen> amount) {
        return things.stream().map(amount).reduce(ZERO, Yen::plus);
    }

    public Yen plus(Yen other) {
        return of(Math.addExact(amount, other.amount));
    }

    public Yen minus(Yen other) {
        return of(Math.subtractExact(amount, other.amount));
    }

    public Yen times(long factor) {
        return of(Math.multiplyExact(amount, factor));
    }

    public Yen negated() {
        return of(Math.negateExact(amount));
    }

    /** This amount × part ÷ whole, rounded down. */
    public Yen share(Yen part, Yen whole) {
        return of(Math.floorDiv(Math.multiplyExact(amount, part.amount), whole.amount));
    }

    public Yen min(Yen other) {
        return isMoreThan(other) ? other : this;
    }

    public Yen max(Yen other) {
        return isMoreThan(other) ? this : other;
    }

    public boolean isMoreThan(Yen other) {
        return amount > other.amount;
    }

    public boolean isAtLeast(Yen other) {
        return amount >= other.amount;
    }

    public boolean isZero() {
        return amount == 0;
    }

    public boolean isPositive() {
        return amount > 0;
    }

    public boolean isNegative() {
        return amount < 0;
    }

    /** The consumption tax contained in this tax-included amount at {@code percent}, rounded down. */
    public Yen taxIncluded(int percent) {
        return of(Math.floorDiv(Math.multiplyExact(amount, (long) percent), 100L + percent));
    }

    @Override
    public int compareTo(Yen other) {
        return Long.compare(amount, other.amount);
    }

    @Override
    public String toString() {
        return "¥%,d".formatted(amount);
    }
}
