package org.headroom.rules.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Classes that no generator writes and somebody may: each has only what any generated class may have, and too much of it. */
class CodeBoundsTest {
    private static final String ME = "headroom/policy/Own";

    private static List<String> find(Consumer<ClassWriter> members) {
        return find(Opcodes.ACC_PUBLIC, new String[0], members);
    }

    private static List<String> find(int access, String[] interfaces, Consumer<ClassWriter> members) {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V17, access, ME, null, "java/lang/Object", interfaces);
        members.accept(type);
        return CodeBounds.find(List.of(new ClassReader(type.toByteArray()))).stream()
                .map(ClassFileCheck.Finding::what)
                .toList();
    }

    private static void method(ClassWriter type, String name, String descriptor, Consumer<MethodVisitor> code) {
        MethodVisitor method = type.visitMethod(Opcodes.ACC_STATIC, name, descriptor, null, null);
        method.visitCode();
        code.accept(method);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(8, 8);
        method.visitEnd();
    }

    private static void call(MethodVisitor code, String name) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, ME, name, "()V", false);
    }

    @Test
    void aMethodThatCallsItselfOrAnotherInACircleIsRefused() {
        assertThat(find(type -> method(type, "g", "()V", code -> call(code, "g"))))
                .contains("a method that leads to itself in g");
        assertThat(find(type -> {
                    method(type, "<clinit>", "()V", code -> call(code, "a"));
                    method(type, "a", "()V", code -> call(code, "b"));
                    method(type, "b", "()V", code -> call(code, "a"));
                }))
                .anyMatch(what -> what.startsWith("a method that leads to itself"));
    }

    @Test
    void callsThatBranchAreRefusedAndCallsThatDoNotAreNot() {
        assertThat(find(type -> tree(type, 2))).anyMatch(what -> what.startsWith("more work than rules take"));
        assertThat(find(type -> tree(type, 1))).isEmpty();
    }

    private static void tree(ClassWriter type, int calls) {
        for (int i = 0; i < 60; i++) {
            String next = "f" + (i + 1);
            int branches = i == 59 ? 0 : calls;
            method(type, "f" + i, "()V", code -> {
                for (int call = 0; call < branches; call++) {
                    call(code, next);
                }
            });
        }
    }

    @Test
    void largeArraysAreRefusedHoweverTheirLengthIsMade() {
        assertThat(find(type -> method(type, "m", "()V", code -> {
                    code.visitLdcInsn(2_147_483_645);
                    code.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_LONG);
                })))
                .contains("a large array in m");
        assertThat(find(type -> method(type, "m", "(I)V", code -> {
                    code.visitVarInsn(Opcodes.ILOAD, 0);
                    code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/String");
                })))
                .contains("a large array in m");
        assertThat(find(type -> method(type, "m", "()V", code -> {
                    code.visitIntInsn(Opcodes.SIPUSH, 4_000);
                    code.visitInsn(Opcodes.DUP);
                    code.visitInsn(Opcodes.IMUL);
                    code.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_LONG);
                })))
                .contains("a large array in m");
        assertThat(find(type -> method(type, "m", "()V", code -> {
                    code.visitInsn(Opcodes.ICONST_2);
                    code.visitInsn(Opcodes.ICONST_2);
                    code.visitMultiANewArrayInsn("[[I", 2);
                })))
                .contains("an array of arrays in m");
        assertThat(find(type -> method(type, "m", "()V", code -> {
                    code.visitInsn(Opcodes.ICONST_2);
                    code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/String");
                })))
                .isEmpty();
    }

    @Test
    void whatALibraryCallsOutOfSightIsRefused() {
        assertThat(find(type -> method(type, "hashCode", "()I", code -> {})))
                .contains("a method that libraries call in hashCode");
        assertThat(find(type -> method(type, "values", "()V", code -> call(code, "valueOf"))))
                .contains("a call in values");
        assertThat(find(Opcodes.ACC_ABSTRACT, new String[0], type -> {})).contains("a class without code of its own");
        assertThat(find(
                        Opcodes.ACC_PUBLIC,
                        new String[] {"org/drools/model/functions/Predicate1"},
                        type -> method(
                                type,
                                "test",
                                "()V",
                                code -> code.visitMethodInsn(
                                        Opcodes.INVOKESTATIC,
                                        "org/drools/modelcompiler/dsl/pattern/D",
                                        "on",
                                        "()V",
                                        false))))
                .contains("the making of a model in test");
        assertThat(find(type -> method(
                        type,
                        "m",
                        "()V",
                        code -> code.visitInvokeDynamicInsn(
                                "makeConcatWithConstants",
                                "()V",
                                new Handle(
                                        Opcodes.H_INVOKESTATIC,
                                        "java/lang/invoke/StringConcatFactory",
                                        "x",
                                        "()V",
                                        false)))))
                .contains("a joined text in m");
    }
}
