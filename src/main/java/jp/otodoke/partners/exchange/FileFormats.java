package jp.otodoke.partners.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All types of incoming file: those of the partners, and uploads. */
@Component
class FileFormats {
    private final List<FileFormat<?>> all;

    FileFormats(Partners partners, List<FileFormat<?>> uploaded) {
        all = Stream.<FileFormat<?>>concat(
                        partners.all().stream().flatMap(p -> p.receives().stream()), uploaded.stream())
                .distinct()
                .toList();
    }

    /** The format of a partner's file by its name. */
    Optional<FileFormat<?>> named(String partner, String fileName) {
        return find(partner, format -> format.named(fileName));
    }

    Optional<FileFormat<?>> ofType(String partner, String type) {
        return find(partner, format -> format.type().equals(type));
    }

    private Optional<FileFormat<?>> find(String partner, Predicate<FileFormat<?>> wanted) {
        return all.stream()
                .filter(format -> format.partner().equals(partner))
                .filter(wanted)
                .findFirst();
    }
}
