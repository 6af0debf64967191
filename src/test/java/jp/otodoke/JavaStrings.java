package jp.otodoke;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The strings of a Java source: text blocks, literals, and what is put together of them and of constants of the file. */
final class JavaStrings {
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*+|/\\*.*?\\*/|\"\"\".*?(?<!\\\\)\"\"\"|\"(?:[^\"\\\\\\n]++|\\\\.)*+\"|'(?:[^'\\\\]|\\\\[^u]|\\\\u.{4})'"
                    + "|[A-Za-z_][A-Za-z0-9_]*+|[^\\s]",
            Pattern.DOTALL);

    private JavaStrings() {}

    static List<String> in(String source) {
        var tokens = tokens(source);
        var constants = constants(tokens);
        var strings = new ArrayList<String>();
        for (int i = 0; i < tokens.size(); i++) {
            if (isString(tokens.get(i))) {
                var sum = new StringBuilder(content(tokens.get(i)));
                if (i > 1 && tokens.get(i - 1).equals("+") && constants.containsKey(tokens.get(i - 2))) {
                    sum.insert(0, constants.get(tokens.get(i - 2)));
                }
                i = append(tokens, i, constants, sum);
                strings.add(sum.toString());
            }
        }
        return strings;
    }

    /** Adds what is joined by {@code +}; what is not known is a gap. */
    private static int append(List<String> tokens, int at, Map<String, String> constants, StringBuilder sum) {
        int i = at;
        while (i + 2 < tokens.size() && tokens.get(i + 1).equals("+")) {
            var next = tokens.get(i + 2);
            if (isString(next)) {
                sum.append(content(next));
            } else if (constants.containsKey(next)) {
                sum.append(constants.get(next));
            } else {
                return i;
            }
            i += 2;
        }
        return i;
    }

    private static Map<String, String> constants(List<String> tokens) {
        var constants = new HashMap<String, String>();
        for (int i = 2; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).equals("=") && tokens.get(i - 2).equals("String") && isString(tokens.get(i + 1))) {
                var value = new StringBuilder(content(tokens.get(i + 1)));
                append(tokens, i + 1, constants, value);
                constants.put(tokens.get(i - 1), value.toString());
            }
        }
        return constants;
    }

    private static List<String> tokens(String source) {
        var tokens = new ArrayList<String>();
        var all = TOKEN.matcher(source);
        while (all.find()) {
            if (!all.group().startsWith("//") && !all.group().startsWith("/*")) {
                tokens.add(all.group());
            }
        }
        return tokens;
    }

    private static boolean isString(String token) {
        return token.startsWith("\"");
    }

    private static String content(String token) {
        int mark = token.startsWith("\"\"\"") ? 3 : 1;
        return token.substring(mark, token.length() - mark).replace("\\n", "\n").replace("\\\"", "\"");
    }
}
