package jp.otodoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who owns which table, and who reads or writes tables of others. A table or view belongs to the module in whose
 * migration folder it is created, {@code partners/exchange} being the module {@code jp.otodoke.partners.exchange}. Views
 * whose name begins with their module and ends in {@code _view} are published: everybody may read them.
 */
final class SqlBoundaries {
    /** Created by {@code EngineSchema} from the scripts of the engine. */
    private static final String ENGINE = "act_";

    private static final String OWNER_OF_ENGINE = "workflow";
    private static final Pattern CREATED = Pattern.compile(
            "(?i)\\bcreate (?:or replace )?(?:unlogged )?(table|view|materialized view) (?:if not exists )?(\\w+)");
    private static final Pattern MAPPED =
            Pattern.compile("@(?:Collection|Join|Secondary)?Table\\(\\s*name = \"(\\w+)\"");
    private static final Pattern ENTITY = Pattern.compile("@Entity\\s+(?!@Table)[^{]*?\\bclass (\\w+)");

    private final Path sources;
    private final Map<String, String> owners = new TreeMap<>();
    private final Set<String> modules = new LinkedHashSet<>();
    private final Set<String> published = new TreeSet<>();
    private final List<String> twice = new ArrayList<>();

    /** @param sources a folder with {@code java} and {@code resources}, such as {@code src/main} */
    SqlBoundaries(Path sources) {
        this.sources = sources;
        files(sources.resolve("resources/db"), "sql").stream()
                .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                .forEach(this::readMigration);
    }

    private void readMigration(Path file) {
        var owner = moduleOf(file);
        modules.add(owner);
        var created = CREATED.matcher(read(file));
        while (created.find()) {
            var name = created.group(2).toLowerCase(Locale.ROOT);
            var before = owners.put(name, owner);
            if (before != null && !before.equals(owner)) {
                twice.add(name + " is created by " + before + " and by " + owner);
            }
            if (created.group(1).endsWith("view") && isPublishedName(name, owner)) {
                published.add(name);
            }
        }
    }

    private static boolean isPublishedName(String view, String owner) {
        return view.startsWith(owner.substring(owner.lastIndexOf('/') + 1) + "_") && view.endsWith("_view");
    }

    /** Table or view, and the folder of its module. */
    Map<String, String> owners() {
        return owners;
    }

    /** Folders of the modules that have tables, those first whose tables come first. */
    Set<String> modules() {
        return modules;
    }

    Set<String> published() {
        return published;
    }

    /** Names that two modules create. */
    List<String> createdTwice() {
        return twice;
    }

    /** Each place where SQL of one module names a table of another, or a table that is put in later. */
    List<String> breaches() {
        var breaches = new ArrayList<String>();
        for (var root : List.of("java", "resources")) {
            for (var file : files(sources.resolve(root), "java|sql|ya?ml|xml|bpmn|dmn")) {
                var module = moduleOf(file);
                for (var table : tablesIn(file)) {
                    if (table.equals(SqlTables.UNNAMED)) {
                        breaches.add(sources.relativize(file) + ": a table that is put in later");
                    } else if (isForeign(table, module)) {
                        breaches.add(sources.relativize(file) + ": " + table + " of " + ownerOf(table));
                    }
                }
            }
        }
        return breaches;
    }

    private boolean isForeign(String table, String module) {
        var owner = ownerOf(table);
        return owner != null && !published.contains(table) && !(module + "/").startsWith(owner + "/");
    }

    private @Nullable String ownerOf(String table) {
        return table.startsWith(ENGINE) ? OWNER_OF_ENGINE : owners.get(table);
    }

    private static Set<String> tablesIn(Path file) {
        var text = read(file);
        if (!file.toString().endsWith(".java")) {
            return SqlTables.in(text);
        }
        var tables = new TreeSet<String>();
        JavaStrings.in(text).forEach(string -> tables.addAll(SqlTables.in(string)));
        MAPPED.matcher(text).results().forEach(found -> tables.add(found.group(1)));
        ENTITY.matcher(text).results().forEach(found -> tables.add(inSnakeCase(found.group(1))));
        return tables;
    }

    private static String inSnakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** The folder below the base package, or below the migrations. */
    private String moduleOf(Path file) {
        return sources.relativize(file.getParent())
                .toString()
                .replace('\\', '/')
                .replaceFirst("^(?:resources/db/migration|resources/db|java/jp/otodoke|resources/jp/otodoke)/?", "");
    }

    private static List<Path> files(Path folder, String extensions) {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().matches(".*\\.(?:" + extensions + ")"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
