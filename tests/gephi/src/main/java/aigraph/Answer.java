package aigraph;

import java.util.StringJoiner;

/** Prints JSON objects, a line each, in ASCII. */
final class Answer {
    private Answer() {}

    static void print(String line, Object... pairs) {
        StringJoiner members = new StringJoiner(",", "{", "}");
        members.add("\"line\":" + json(line));
        for (int i = 0; i < pairs.length; i += 2) {
            members.add(json(pairs[i]) + ":" + json(pairs[i + 1]));
        }
        System.out.println(members);
    }

    private static String json(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        StringBuilder text = new StringBuilder("\"");
        for (char c : value.toString().toCharArray()) {
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
