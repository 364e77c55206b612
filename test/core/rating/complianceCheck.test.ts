import { expect, test } from 'vitest';
import { allMetFields, complianceBlock } from '#core/rating/complianceCheck.ts';
import type { BulletValue } from '#core/rating/values.ts';
import { aBullet, aStandard } from '#test/core/manual/manualBuilders.ts';

const standard = aStandard('1.1.1', { statement: { es: 'La agencia lleva una bitácora.' }, directiveRequired: true, bullets: [aBullet('a'), aBullet('b', { bullets: [aBullet('b1')] })] });
const rated = (values: Readonly<Record<string, BulletValue>>): ReadonlyMap<string, BulletValue> => new Map(Object.entries(values));
const ALL_MET = { 'bullet.0': 'met', 'bullet.directive': 'met', 'bullet.a': 'met', 'bullet.b1': 'met' } as const;
const blockOf = (values: Readonly<Record<string, BulletValue>>) => {
  const block = complianceBlock(standard, rated(values));
  return block && [block.type, block.item.field];
};

test('nothing stands against “in compliance” when every item is met or does not apply', () => {
  expect(blockOf(ALL_MET)).toBeUndefined();
  expect(blockOf({ ...ALL_MET, 'bullet.b1': 'na' })).toBeUndefined();
});

test('an unmet item is named before one that nobody looked at', () => {
  expect(blockOf({ 'bullet.0': 'met', 'bullet.b1': 'not_met' })).toEqual(['not-met', 'bullet.b1']);
});

test('a missing directive is named before the other items that nobody looked at', () => {
  expect(blockOf({})).toEqual(['not-reviewed', 'bullet.directive']);
  expect(blockOf({ 'bullet.directive': 'met' })).toEqual(['not-reviewed', 'bullet.0']);
  expect(blockOf({ ...ALL_MET, 'bullet.directive': 'not_met' })).toEqual(['not-met', 'bullet.directive']);
});

test('“all met” touches only what nobody looked at, the directive too, and no parent of other bullets', () => {
  expect(allMetFields(standard, rated({}))).toEqual(ALL_MET);
  expect(allMetFields(standard, rated({ 'bullet.a': 'not_met', 'bullet.b1': 'na' }))).toEqual({ 'bullet.0': 'met', 'bullet.directive': 'met' });
  expect(allMetFields(standard, rated(ALL_MET))).toEqual({});
});

test('after “all met” on an untouched standard nothing stands against “in compliance”', () => {
  expect(complianceBlock(standard, rated(allMetFields(standard, rated({}))))).toBeUndefined();
});

test('a standard that needs no directive is not asked for one', () => {
  const plain = aStandard('1.1.2', { bullets: [aBullet('a')] });
  expect(allMetFields(plain, rated({}))).toEqual({ 'bullet.a': 'met' });
  expect(complianceBlock(plain, rated({ 'bullet.a': 'met' }))).toBeUndefined();
});
