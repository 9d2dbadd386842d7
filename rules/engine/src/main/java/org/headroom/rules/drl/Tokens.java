package org.headroom.rules.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the text of a condition or an action into tokens and hands them out one by one. Anything it does not know is refused. */
final class Tokens {
    private static final Pattern SKIPPED = Pattern.compile("\\s++|//[^\\n]*+|(?s:/\\*.*?\\*/)");
    private static final Pattern NAME = Pattern.compile("[$A-Za-z_][$A-Za-z0-9_]*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,15})?(?:[eE][-+]?[0-9]{1,2})?");
    private static final Pattern SIGN = Pattern.compile("&&|\\|\\||==|!=|<=|>=|[<>(),.;+*/-]");

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    Tokens(String text) throws RuleSyntaxException {
        Matcher matcher = Pattern.compile("").matcher(text);
        int at = 0;
        while (at < text.length()) {
            matcher.region(at, text.length());
            if (matcher.usePattern(SKIPPED).lookingAt()) {
                at = matcher.end();
                continue;
            }
            if (text.charAt(at) == '"') {
                at = readString(text, at);
                continue;
            }
            tokens.add(read(matcher, text, at));
            at = matcher.end();
        }
        tokens.add(new Token(Token.Kind.END, "", text.length()));
    }

    /** By hand, as a pattern with a choice in a repetition runs out of stack on a long text. Returns the place behind it. */
    private int readString(String text, int start) throws RuleSyntaxException {
        StringBuilder content = new StringBuilder();
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != '"' && !Character.isISOControl(text.charAt(at))) {
            if (text.charAt(at) == '\\') {
                at++;
                if (at == text.length() || "\"\\".indexOf(text.charAt(at)) < 0) {
                    throw new RuleSyntaxException(at - 1, "a \\ in a text must stand before \\ or \"");
                }
            }
            content.append(text.charAt(at++));
        }
        if (at == text.length() || text.charAt(at) != '"') {
            throw new RuleSyntaxException(start, "the text that begins here does not end on its line");
        }
        tokens.add(new Token(Token.Kind.STRING, content.toString(), start));
        return at + 1;
    }

    private static Token read(Matcher matcher, String text, int at) throws RuleSyntaxException {
        if (matcher.usePattern(NAME).lookingAt()) {
            return new Token(Token.Kind.NAME, matcher.group(), at);
        }
        if (matcher.usePattern(NUMBER).lookingAt()) {
            return new Token(Token.Kind.NUMBER, matcher.group(), at);
        }
        if (matcher.usePattern(SIGN).lookingAt()) {
            return new Token(Token.Kind.SIGN, matcher.group(), at);
        }
        throw SignSlips.at(text, at);
    }

    Token peek() {
        return tokens.get(next);
    }

    /** A token further on, from 0; the end when there are not so many. */
    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    /** The token before the next one, or a further one before it; an END where there is none. */
    Token before(int back) {
        int place = next - back;
        return place < 0 ? new Token(Token.Kind.END, "", 0) : tokens.get(place);
    }

    /** Takes the next token when it is a name of that text. */
    boolean takeWord(String word) {
        boolean found = peek().kind() == Token.Kind.NAME && peek().text().equals(word);
        if (found) {
            next++;
        }
        return found;
    }

    /** Number of tokens that were taken. */
    int place() {
        return next;
    }

    /** Goes on behind the next comma outside of parentheses, seen from a place; false at the end. */
    boolean skipConstraint(int start) {
        next = start;
        int depth = 0;
        while (true) {
            Token token = take();
            if (token.kind() == Token.Kind.END) {
                return false;
            }
            if (token.is(",") && depth <= 0) {
                return true;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
    }

    Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Token.Kind.END) {
            next++;
        }
        return token;
    }

    boolean takeIf(String sign) {
        boolean found = peek().is(sign);
        if (found) {
            next++;
        }
        return found;
    }

    Token expect(Token.Kind kind, String what) throws RuleSyntaxException {
        Token token = take();
        if (token.kind() != kind) {
            throw new RuleSyntaxException(token.at(), "expected " + what + ", but found " + token.shown());
        }
        return token;
    }

    void expect(String sign) throws RuleSyntaxException {
        Token token = take();
        if (!token.is(sign)) {
            throw new RuleSyntaxException(token.at(), "expected \"" + sign + "\", but found " + token.shown());
        }
    }
}
