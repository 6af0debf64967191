package jp.otodoke.platform.files;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** An unchangeable list whose elements are made when they are asked for, and not held. */
public abstract class LargeList<E> extends AbstractList<E> implements RandomAccess {
    /** So many elements are made at a time. */
    private static final int PORTION = 500;

    /** The elements of a part of the list. */
    protected abstract List<E> load(int from, int to);

    /** @param element from its place and the element of the other list */
    public static <S, E> List<E> of(List<S> source, BiFunction<Integer, S, E> element) {
        return new LargeList<>() {
            @Override
            protected List<E> load(int from, int to) {
                var part = source.subList(from, to);
                return IntStream.range(0, part.size())
                        .mapToObj(i -> element.apply(from + i, part.get(i)))
                        .toList();
            }

            @Override
            public int size() {
                return source.size();
            }
        };
    }

    @Override
    public E get(int index) {
        return load(index, index + 1).get(0);
    }

    @Override
    public List<E> subList(int from, int to) {
        return to - from <= PORTION && from >= 0 && to <= size() && from <= to
                ? load(from, to)
                : super.subList(from, to);
    }

    @Override
    public Iterator<E> iterator() {
        return new Iterator<>() {
            private List<E> portion = List.of();
            private int at;
            private int loaded;

            @Override
            public boolean hasNext() {
                return at < portion.size() || loaded < size();
            }

            @Override
            public E next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                if (at == portion.size()) {
                    int to = Math.min(loaded + PORTION, size());
                    portion = load(loaded, to);
                    loaded = to;
                    at = 0;
                }
                return portion.get(at++);
            }
        };
    }

    @Override
    public Spliterator<E> spliterator() {
        return Spliterators.spliterator(iterator(), size(), Spliterator.ORDERED | Spliterator.IMMUTABLE);
    }
}
