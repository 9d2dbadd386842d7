package org.headroom.rules.compile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Which rule a generated class was made for, so that a message can name it. */
final class RulesOfClasses {
    private static final Pattern METHOD = Pattern.compile("rule_R([0-9]{1,9})");

    private final Map<String, Integer> rules = new HashMap<>();

    RulesOfClasses(RuleClasses classes) {
        for (byte[] file : classes.files().values()) {
            new ClassReader(file).accept(new Reader(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
    }

    /** Index of the rule that a finding is about; empty when it cannot be told. */
    Optional<Integer> find(ClassFileCheck.Finding finding) {
        Matcher method = METHOD.matcher(finding.what());
        if (method.find()) {
            return Optional.of(Integer.parseInt(method.group(1)));
        }
        Integer rule = rules.get(finding.type());
        return Optional.ofNullable(rule != null ? rule : rules.get(finding.what()));
    }

    /** Each rule has a method that refers to the classes of its conditions and its consequence. */
    private final class Reader extends ClassVisitor {
        Reader() {
            super(Opcodes.ASM9);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            Matcher method = METHOD.matcher(name);
            if (!method.matches()) {
                return null;
            }
            int rule = Integer.parseInt(method.group(1));
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitFieldInsn(int opcode, String owner, String field, String type) {
                    refers(rule, owner, field);
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                    refers(rule, owner, called);
                }
            };
        }

        private void refers(int rule, String owner, String member) {
            rules.putIfAbsent(owner, rule);
            rules.putIfAbsent(owner + "." + member, rule);
        }
    }
}
