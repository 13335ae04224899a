package io.querybudget.sql;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what a shape does with which tables: without the columns it reads or writes, and without aliases. */
final class OutlineWriter {

    private static final Token CUT = new Token(TokenType.SYMBOL, "…", "…");

    private final Outline outline;
    private final Tokens tokens;
    private final Map<Block, Map<String, String>> names = new HashMap<>();
    private final Map<Integer, String> renamed = new HashMap<>();
    private final BitSet left = new BitSet();
    private final BitSet cuts = new BitSet();

    private OutlineWriter(Outline outline) {
        this.outline = outline;
        this.tokens = outline.tokens();
    }

    static String write(String shape) {
        Optional<Tokens> tokens = Lexer.read(shape);
        return tokens.map(readable -> new OutlineWriter(OutlineReader.read(readable)).write())
                .orElseGet(() -> DisplayWriter.write(shape, Integer.MAX_VALUE));
    }

    private String write() {
        nameTables();
        for (int i = 0; i < tokens.size(); i++) {
            qualifier(i);
            if (tokens.is(i, "select")) {
                cut(tokens.at(i + 1).is("distinct") ? i + 2 : i + 1, "from");
            } else if (tokens.is(i, "set")) {
                cut(i + 1, "where");
            } else if (tokens.is(i, "into")) {
                cutColumns(tokens.endOfName(i + 1));
            } else if (tokens.is(i, "values")) {
                cutColumns(i + 1);
            }
        }
        TokenWriter writer = new TokenWriter();
        for (int i = 0; i < tokens.size(); i++) {
            if (cuts.get(i)) {
                writer.write(CUT, CUT.text());
            } else if (!left.get(i)) {
                writer.write(tokens.at(i), renamed.getOrDefault(i, tokens.at(i).text()));
            }
        }
        return writer.toString();
    }

    private void nameTables() {
        Map<String, Integer> uses = new HashMap<>();
        for (TableAlias alias : outline.aliases()) {
            int use = uses.getOrDefault(alias.table(), 0) + 1;
            uses.put(alias.table(), use);
            String name = use == 1 ? alias.table() : alias.table() + "_" + use;
            names.computeIfAbsent(alias.block(), unused -> new HashMap<>())
                    .put(tokens.at(alias.end() - 1).name(), name);
            left.set(alias.start(), alias.end());
            if (use > 1 || alias.table().equals("derived")) {
                left.clear(alias.end() - 1);
                renamed.put(alias.end() - 1, name);
            }
        }
    }

    private void qualifier(int index) {
        boolean isQualifier = tokens.at(index).isName() && tokens.is(index + 1, ".") && !tokens.is(index - 1, ".");
        String name =
                isQualifier ? name(outline.blocks().get(index), tokens.at(index).name()) : null;
        if (name != null) {
            renamed.put(index, name);
        }
    }

    private @Nullable String name(@Nullable Block innermost, String alias) {
        for (Block block = innermost; block != null; block = block.outer()) {
            String name = names.getOrDefault(block, Map.of()).get(alias);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    /** Cuts a list of more than one item that ends at a word, at the end of its parenthesis or of the text. */
    private void cut(int start, String last) {
        boolean isLong = false;
        int end = start;
        while (end < tokens.size() && !tokens.is(end, last) && !tokens.is(end, ")")) {
            isLong |= tokens.is(end, ",");
            end = tokens.next(end);
        }
        if (isLong) {
            left.set(start, end);
            cuts.set(start);
        }
    }

    private void cutColumns(int start) {
        if (tokens.is(start, "(")) {
            cut(start + 1, ")");
        }
    }
}
