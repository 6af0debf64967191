package jp.otodoke.platform.personal;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/** A record as the current user may see it, for output that is neither a template nor the API: files. */
@Component
public class MaskedRecords {
    private final PersonalView view;
    private final Map<Class<?>, Optional<Shape>> shapes = new ConcurrentHashMap<>();

    MaskedRecords(PersonalView view) {
        this.view = view;
    }

    /** The record itself if it has no {@link Personal} component. */
    @SuppressWarnings("unchecked")
    public <T> T of(T row) {
        return shapes.computeIfAbsent(row.getClass(), MaskedRecords::shape)
                .map(shape -> (T) shape.masked(row, view))
                .orElse(row);
    }

    private static Optional<Shape> shape(Class<?> type) {
        var components = type.getRecordComponents();
        if (components == null
                || Arrays.stream(components)
                        .allMatch(c -> PersonalMethods.find(type, c.getName()).isEmpty())) {
            return Optional.empty();
        }
        try {
            var all = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            ReflectionUtils.makeAccessible(all);
            return Optional.of(new Shape(components, all));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(type + " has no canonical constructor", impossible);
        }
    }

    private record Shape(RecordComponent[] components, Constructor<?> all) {
        Object masked(Object row, PersonalView view) {
            return BeanUtils.instantiateClass(
                    all, Arrays.stream(components).map(c -> value(c, row, view)).toArray());
        }

        private static @Nullable Object value(RecordComponent component, Object row, PersonalView view) {
            var accessor = component.getAccessor();
            ReflectionUtils.makeAccessible(accessor);
            var clear = ReflectionUtils.invokeMethod(accessor, row);
            var marked = PersonalMethods.find(row.getClass(), component.getName());
            return marked.isEmpty() ? clear : view.show(marked.get().personal(), clear);
        }
    }
}
