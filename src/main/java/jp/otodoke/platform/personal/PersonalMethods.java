package jp.otodoke.platform.personal;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;

/** Which methods of a class return personal data. */
final class PersonalMethods {
    record Marked(Method method, Personal personal) {}

    private static final Map<Class<?>, Map<String, Optional<Marked>>> KNOWN = new ConcurrentHashMap<>();

    private PersonalMethods() {}

    static Optional<Marked> find(Class<?> type, String name) {
        return KNOWN.computeIfAbsent(type, t -> new ConcurrentHashMap<>()).computeIfAbsent(name, n -> look(type, n));
    }

    private static Optional<Marked> look(Class<?> type, String name) {
        var method = ReflectionUtils.findMethod(type, name);
        if (method == null) {
            return Optional.empty();
        }
        var personal = AnnotatedElementUtils.findMergedAnnotation(method, Personal.class);
        if (personal == null) {
            return Optional.empty();
        }
        ReflectionUtils.makeAccessible(method);
        return Optional.of(new Marked(method, personal));
    }
}
