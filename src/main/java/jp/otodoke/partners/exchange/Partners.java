package jp.otodoke.partners.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All partners, in the order of the pages, as their modules contribute them. */
@Component
public class Partners {
    private final List<Partner> all;

    Partners(List<Partner> partners) {
        all = partners.stream().sorted(Comparator.comparing(Partner::place)).toList();
    }

    public List<Partner> all() {
        return all;
    }

    public List<Partner> bySftp() {
        return all.stream().filter(Partner::sftp).toList();
    }

    public List<String> codes() {
        return all.stream().map(Partner::code).toList();
    }

    /** How messages of this type are sent to the partner one by one. */
    Optional<OutgoingCall> call(String partner, String type) {
        return all.stream()
                .filter(p -> p.code().equals(partner))
                .flatMap(p -> p.calls().stream())
                .filter(call -> call.type().equals(type))
                .findFirst();
    }

    /** Whether files of this type are made for the partner. */
    boolean sends(String partner, String type) {
        return all.stream()
                .filter(p -> p.code().equals(partner))
                .flatMap(p -> p.sends().stream())
                .anyMatch(format -> format.type().equals(type));
    }
}
