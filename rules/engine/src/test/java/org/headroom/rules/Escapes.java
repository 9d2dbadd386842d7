package org.headroom.rules;

import java.util.ArrayList;
import java.util.List;

/** Rule files that do harm when Drools compiles and runs them unchecked. */
final class Escapes {
    /** The shortest harm: the state of the program changed. */
    private static final String DO = "System.setProperty(\"headroom.harm\", \"x\")";

    private static final String HEAD = "package headroom.policy;\nimport org.headroom.rules.Site;\n";
    private static final String BONUS = "$s.bonus(1, \"x\");";
    private static final String SOURCE = "@source(\"t\")";

    private final List<Attempt> attempts = new ArrayList<>();

    /**
     * One attempt.
     *
     * @param name what is tried
     * @param drl the file, with places for the names of a {@link Scene}
     */
    record Attempt(String name, String drl) {
        @Override
        public String toString() {
            return name;
        }
    }

    private void file(String name, String text) {
        attempts.add(new Attempt(name, text));
    }

    private void body(String name, String text) {
        file(name, HEAD + text + "\n");
    }

    private void then(String name, String code) {
        body(name, "rule \"r\" " + SOURCE + "\nwhen\n    $s: Site(kv > 1)\nthen\n    " + code + "\nend");
    }

    private void when(String name, String conditions) {
        body(name, "rule \"r\" " + SOURCE + "\nwhen\n    " + conditions + "\nthen\n    " + BONUS + "\nend");
    }

    private void site(String name, String constraint) {
        when(name, "$s: Site(" + constraint + ")");
    }

    private void attribute(String name, String attributes) {
        body(
                name,
                "rule \"r\" " + SOURCE + " " + attributes + "\nwhen\n    $s: Site(kv > 1)\nthen\n    " + BONUS
                        + "\nend");
    }

    static List<Attempt> all() {
        Escapes all = new Escapes();
        all.inConsequences();
        all.threadsAndReflection();
        all.engine();
        all.disguised();
        all.inConditions();
        all.declarations();
        all.attributes();
        return all.attempts;
    }

    private void inConsequences() {
        then("system property", DO + ";");
        then("system property taken away", "System.clearProperty(\"headroom.harm.kept\");");
        then("system properties as a map", "System.getProperties().put(\"headroom.harm\", \"x\");");
        then("file writer", "new java.io.FileWriter(\"@FILE@\").close();");
        then("files", "java.nio.file.Files.writeString(java.nio.file.Path.of(\"@FILE@\"), \"x\");");
        then("random access file", "new java.io.RandomAccessFile(\"@FILE@\", \"rw\").close();");
        then("file deleted", "new java.io.File(\"@SECRET@\").delete();");
        then("file read", "$s.bonus(1, java.nio.file.Files.readString(java.nio.file.Path.of(\"@SECRET@\")));");
        then("file scanned", "$s.bonus(1, new java.util.Scanner(new java.io.File(\"@SECRET@\")).next());");
        then(
                "file by URL",
                "$s.bonus(1, new String(new java.net.URL(\"file:@SECRET@\").openStream().readAllBytes()));");
        then("runtime exec", "Runtime.getRuntime().exec(new String[] {\"touch\", \"@FILE@\"}).waitFor();");
        then("process builder", "new ProcessBuilder(\"touch\", \"@FILE@\").start().waitFor();");
        then("environment", "$s.bonus(1, System.getenv(\"PATH\"));");
        then("environment as a map", "$s.bonus(1, String.valueOf(System.getenv()));");
        then("own properties", "$s.bonus(1, System.getProperty(\"headroom.harm.kept\"));");
        then("socket", "new java.net.Socket(\"127.0.0.1\", @PORT@).close();");
        then(
                "channel",
                "java.nio.channels.SocketChannel.open(new java.net.InetSocketAddress(\"127.0.0.1\", @PORT@)).close();");
        then("URL", "new java.net.URL(\"http://127.0.0.1:@PORT@/\").openConnection().connect();");
        then("locale", "java.util.Locale.setDefault(new java.util.Locale(\"xx\"));");
        then("time zone", "java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone(\"Pacific/Apia\"));");
        then("exception", "throw new IllegalStateException(\"x\");");
        then("error", "throw new Error(\"x\");");
        then("division by zero", "$s.bonus(1 / (int) ($s.getKv() - 138), \"x\");");
        then("out of memory", "Object[] all = new Object[Integer.MAX_VALUE]; $s.bonus(all.length, \"x\");");
        then("flood", "for (int i = 0; i < 1000; i++) { $s.bonus(1, \"x\"); }");
        then("measurement set", "$s.setKv(1);");
    }

    private void threadsAndReflection() {
        then("thread", "new Thread(() -> " + DO + ").start();");
        then(
                "timer",
                "new java.util.Timer(true).schedule(new java.util.TimerTask() { public void run() { " + DO
                        + "; } }, 1);");
        then("future", "java.util.concurrent.CompletableFuture.runAsync(() -> " + DO + ");");
        then("thread renamed", "Thread.currentThread().setName(\"x\");");
        then("thread interrupted", "Thread.currentThread().interrupt();");
        then("context class loader", "Thread.currentThread().setContextClassLoader(null);");
        then("class by name", "Class.forName(\"org.headroom.rules.HarmOnLoad\");");
        then(
                "class loader of the site",
                "$s.getClass().getClassLoader().loadClass(\"java.lang.System\")"
                        + ".getMethod(\"setProperty\", String.class, String.class).invoke(null, \"headroom.harm\", \"x\");");
        then("method of the site", "$s.getClass().getMethod(\"setKv\", double.class).invoke($s, 1.0);");
        then(
                "private field",
                "java.lang.reflect.Field f = $s.getClass().getDeclaredField(\"kv\"); f.setAccessible(true);"
                        + " f.setDouble($s, 1);");
        then(
                "bean statement",
                "new java.beans.Statement(System.class, \"setProperty\", new Object[] {\"headroom.harm\","
                        + " \"x\"}).execute();");
        then(
                "XML decoder",
                "new java.beans.XMLDecoder(new java.io.ByteArrayInputStream((\"<java><void class='java.lang.System'"
                        + " method='setProperty'><string>headroom.harm</string><string>x</string></void><int>1</int></java>\")"
                        + ".getBytes())).readObject();");
        then(
                "proxy",
                "((Runnable) java.lang.reflect.Proxy.newProxyInstance($s.getClass().getClassLoader(), new Class[]"
                        + " {Runnable.class}, (p, m, a) -> " + DO + ")).run();");
        then("lambda", "Runnable r = () -> " + DO + "; r.run();");
        then(
                "method reference",
                "java.util.function.BiFunction<String, String, String> f = System::setProperty;"
                        + " f.apply(\"headroom.harm\", \"x\");");
        then("initialiser", "new Object() {{ " + DO + "; }};");
        then("stream", "java.util.List.of(\"x\").forEach(v -> System.setProperty(\"headroom.harm\", v));");
        then(
                "toString of an own class",
                "$s.bonus(1, \"\" + new Object() { public String toString() { return " + DO + " + \"x\"; } });");
    }

    private void engine() {
        then("update", "$s.setKv($s.getKv() + 1); update($s);");
        then("modify", "modify($s) { setKv($s.getKv() + 1) }");
        then("insert", "insert(new Site());");
        then("logical insert", "insertLogical(new Site());");
        then("delete", "delete($s);");
        then("halt", "drools.halt();");
        then("agenda cleared", "drools.getKieRuntime().getAgenda().clear();");
        then(
                "facts deleted",
                "for (Object h : drools.getKieRuntime().getFactHandles()) {"
                        + " drools.getKieRuntime().delete((org.kie.api.runtime.rule.FactHandle) h); }");
        then("insert by the context", "drools.insert(new Site());");
    }

    private void disguised() {
        then("behind an action", BONUS + " " + DO + ";");
        then("within an argument", "$s.bonus(" + DO + " == null ? 1 : 2, \"x\");");
        then("added to a reason", "$s.bonus(1, \"x\" + " + DO + ");");
        then("behind a comment", "/* $s.bonus(1, \"a\"); */ " + DO + "; // end");
        then("comment that only seems to go on", "// the next line is harmless \\\n    " + DO + ";");
        then("text that only seems to go on", "$s.bonus(1, \"a\\\\\"); " + DO + "; //\");");
        then("escaped letters", "S\\u0079stem.setProperty(\"headroom.harm\", \"x\");");
        then("comment ended by an escape", "/* \\u002a/ " + DO + "; /* */");
        then("spread over lines", "System\n    .\n    setProperty\n    (\"headroom.harm\", \"x\");");
        then("comments between", "System/**/./**/setProperty(\"headroom.harm\"/**/,/**/\"x\");");
        then("block", "{ { " + DO + "; } }");
        then("switch", "switch (1) { default: " + DO + "; }");
        body(
                "site bound to another name",
                "rule \"r\" " + SOURCE + "\nwhen\n    System: Site(kv > 1)\nthen\n    System.setKv(1);\nend");
        body(
                "second rule",
                "rule \"r\" " + SOURCE + "\nwhen\n    $s: Site(kv > 1)\nthen\n    " + BONUS + "\nend rule \"q\" "
                        + SOURCE + " when $s: Site(kv > 1) then " + DO + "; end");
    }

    private void inConditions() {
        when("eval", "$s: Site(kv > 1)\n    eval(" + DO + " == null)");
        site("eval in a pattern", "eval(" + DO + " == null)");
        site("call", "kv > 1, " + DO + " == null");
        site("call behind or", "kv > 1000 || " + DO + " == null");
        site("call in an operand", "kv > (\"\" + " + DO + ").length()");
        site("properties as a map", "System.getProperties().put(\"headroom.harm\", \"x\") == null");
        site("null-safe call", "name!.concat(\"\" + " + DO + ") != null");
        site("comparison with this", "this != " + DO);
        site("in a list", "name in (\"b\", " + DO + ") || kv > 1");
        site("new object", "new java.io.FileOutputStream(\"@FILE@\") != null");
        site("chain of calls", "name.toString().replace(\"a\", \"\" + " + DO + ") != \"b\"");
        site("regular expression that runs out of stack", "name matches \"(a|b)*c\"");
        site("regular expression with a call", "name matches (\"\" + " + DO + ") || kv > 1");
        site("contains with a call", "name contains (\"\" + " + DO + ") || kv > 1");
        site("memberOf with a call", "name memberOf java.util.Arrays.asList(" + DO + ") || kv > 1");
        site("str with a call", "name str[startsWith] (\"\" + " + DO + ") || kv > 1");
        when("not", "$s: Site(kv > 1)\n    not Site(" + DO + " != null)");
        when("exists", "$s: Site(kv > 1)\n    exists Site(" + DO + " == null)");
        when("forall", "$s: Site(kv > 1)\n    forall(Site(" + DO + " == null))");
        when("or", "($s: Site(kv > 1000) or $s: Site(" + DO + " == null))");
        when("from a call", "$s: Site(kv > 1)\n    String() from java.util.Arrays.asList(" + DO + " + \"\")");
        when(
                "accumulate with inline code",
                "$s: Site(kv > 1)\n    Number() from accumulate(Site($k: kv), init(double t = 0;),"
                        + " action(t += $k; " + DO + ";), reverse(t -= $k;), result(t))");
        when("collect of a call", "$s: Site(kv > 1)\n    java.util.List() from collect(Site(" + DO + " == null))");
        when("group by", "$s: Site(kv > 1)\n    groupby(Site($n: name, $k: kv); $g: " + DO + " + $n; $c: sum($k))");
    }

    private void declarations() {
        String run = "\nrule \"r\" " + SOURCE + "\nwhen\n    $s: Site(kv > 1)\nthen\n    ";
        body(
                "function",
                "function boolean f() { " + DO + "; return true; }\nrule \"r\" " + SOURCE
                        + "\nwhen\n    $s: Site(kv > 1)\n    eval(f())\nthen\n    " + BONUS + "\nend");
        body(
                "function that calls itself",
                "function int f(int i) { return f(i + 1) + 1; }" + run + "$s.bonus(f(1), \"x\");\nend");
        body(
                "function import",
                "import function java.lang.System.setProperty;" + run + "setProperty(\"headroom.harm\", \"x\");\nend");
        body(
                "static import",
                "import static java.lang.System.setProperty;" + run + "setProperty(\"headroom.harm\", \"x\");\nend");
        body("import", "import java.io.FileOutputStream;" + run + "new FileOutputStream(\"@FILE@\").close();\nend");
        body("import of all", "import java.io.*;" + run + "new FileWriter(\"@FILE@\").close();\nend");
        body("declared field with a value", "declare Fact\n    a: String = " + DO + "\nend" + run + "new Fact();\nend");
        body(
                "declared enum with a value",
                "declare enum Kind A(" + DO + " + \"\"); a: String end" + run + "$s.bonus(1, Kind.A.getA());\nend");
        body("declared subtype", "declare Worse extends Site end" + run + "insert(new Worse());\nend");
        body(
                "query",
                "query q()\n    Site(" + DO + " == null)\nend\nrule \"r\" " + SOURCE
                        + "\nwhen\n    $s: Site(kv > 1)\n    ?q()\nthen\n    " + BONUS + "\nend");
        body(
                "parent rule",
                "rule \"p\" " + SOURCE + "\nwhen\n    $s: Site(" + DO
                        + " == null)\nthen\nend\nrule \"r\" extends \"p\" " + SOURCE + "\nwhen\nthen\n    " + BONUS
                        + "\nend");
        body(
                "named consequence",
                "rule \"r\" " + SOURCE + "\nwhen\n    $s: Site(kv > 1)\n    do[more]\nthen\n    " + BONUS
                        + "\nthen[more]\n    " + DO + ";\nend");
        body(
                "branch",
                "rule \"r\" " + SOURCE + "\nwhen\n    $s: Site(kv > 1)\n    if (kv > 2) break[more]\nthen\n    " + BONUS
                        + "\nthen[more]\n    " + DO + ";\nend");
        file(
                "another package",
                "package org.headroom.rules;\nrule \"r\" " + SOURCE + "\nwhen\n    $s: Site(kv > 1)\nthen\n    " + DO
                        + ";\nend\n");
    }

    private void attributes() {
        attribute("dynamic salience", "salience (" + DO + " == null ? 1 : 2)");
        attribute("dynamic enabled", "enabled (" + DO + " == null)");
        body(
                "MVEL",
                "rule \"r\" " + SOURCE + " dialect \"mvel\"\nwhen\n    $s: Site(kv > 1)\nthen\n    " + DO + ";\nend");
        body(
                "MVEL for the package",
                "dialect \"mvel\"\nrule \"r\" " + SOURCE + "\nwhen\n    $s: Site(kv > 1)\nthen\n    s = $s; s.kv = 1;"
                        + "\nend");
        body(
                "activation group",
                "rule \"r\" " + SOURCE + " activation-group \"g\"\nwhen\n    $s: Site(kv > 1)\nthen\n    drools.halt();"
                        + "\nend");
    }
}
