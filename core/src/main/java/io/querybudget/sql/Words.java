package io.querybudget.sql;

/** Finds words and numbers in a SQL text. */
final class Words {

    private final String text;

    Words(String text) {
        this.text = text;
    }

    boolean starts(int position) {
        if (position >= text.length()) {
            return false;
        }
        char c = text.charAt(position);
        if (c == '@' || c == '#') {
            boolean letter = position + 1 < text.length() && Character.isLetter(text.charAt(position + 1));
            return letter || text.startsWith("@@", position);
        }
        return Character.isLetter(c) || c == '_' || Character.isSurrogate(c);
    }

    boolean isPart(int position) {
        char c = text.charAt(position);
        return "$#".indexOf(c) >= 0
                || Character.isSurrogate(c)
                || (Character.isUnicodeIdentifierPart(c) && !Character.isISOControl(c));
    }

    int end(int start) {
        int end = start + (text.startsWith("@@", start) ? 2 : 1);
        while (end < text.length() && isPart(end)) {
            end++;
        }
        return end;
    }

    int endOfNumber(int start) {
        if (text.startsWith("0x", start) || text.startsWith("0X", start)) {
            return end(start);
        }
        int end = endOfDigits(start);
        if (end < text.length() && text.charAt(end) == '.') {
            end = endOfDigits(end + 1);
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0 ? end + 2 : end + 1;
            return isDigit(exponent) ? endOfDigits(exponent) : end;
        }
        return end;
    }

    int endOfDigits(int start) {
        int end = start;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    boolean isDigit(int position) {
        return position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9';
    }
}
