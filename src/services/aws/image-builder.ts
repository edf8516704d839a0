import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { member, property, type Resource } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import type { Context, Service } from '../service';
import { encryptedByDefault } from './ebs';
import { itemsOf } from './items';
import { encryptionBySwitch } from './key-custody';

const recipes = ['AWS::ImageBuilder::ImageRecipe', 'aws_imagebuilder_image_recipe'];
const machines = ['AWS::ImageBuilder::InfrastructureConfiguration', 'aws_imagebuilder_infrastructure_configuration'];

export const imageBuilder: Service = {
  name: 'image-builder',
  types: {
    cloudformation: [
      // What is built, when, and where it goes.
      'AWS::ImageBuilder::Component',
      'AWS::ImageBuilder::ContainerRecipe',
      'AWS::ImageBuilder::DistributionConfiguration',
      'AWS::ImageBuilder::Image',
      'AWS::ImageBuilder::ImagePipeline',
      'AWS::ImageBuilder::ImageRecipe',
      'AWS::ImageBuilder::InfrastructureConfiguration',
      'AWS::ImageBuilder::LifecyclePolicy',
      'AWS::ImageBuilder::Workflow',
    ],
    terraform: [
      'aws_imagebuilder_component',
      'aws_imagebuilder_container_recipe',
      'aws_imagebuilder_distribution_configuration',
      'aws_imagebuilder_image',
      'aws_imagebuilder_image_pipeline',
      'aws_imagebuilder_image_recipe',
      'aws_imagebuilder_infrastructure_configuration',
      'aws_imagebuilder_lifecycle_policy',
      'aws_imagebuilder_workflow',
    ],
  },
  *facts(resource, graph, context) {
    if (recipes.includes(resource.type)) yield* recipeFacts(resource, graph, context);
    if (machines.includes(resource.type)) yield metadataFact(resource);
  },
};

/** Volumes of an image are encrypted when they are told to be, or when the account encrypts all new ones. */
function* recipeFacts(recipe: Resource, graph: ResourceGraph, context: Context): Iterable<Fact> {
  for (const mapping of itemsOf(property(recipe, 'BlockDeviceMappings', 'block_device_mapping'))) {
    const volume = member(mapping, recipe.vocabulary, 'Ebs', 'ebs');
    const present = volume.present();
    if (present.state === 'known' && !present.value) continue;
    const encrypted = member(volume, recipe.vocabulary, 'Encrypted', 'encrypted');
    yield {
      kind: 'storage-at-rest',
      noun: 'Image Builder recipe',
      subject: recipe,
      encryption: encryptionBySwitch(
        encryptedByDefault(encrypted.flag(), graph, context, encrypted.at),
        member(volume, recipe.vocabulary, 'KmsKeyId', 'kms_key_id'),
        graph,
        { off: 'none', on: 'provider-kms' },
      ),
    };
  }
}

/** @see https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_InstanceMetadataOptions.html */
const metadataFact = (subject: Resource): Fact => ({
  kind: 'instance-metadata',
  noun: 'Image Builder infrastructure',
  subject,
  tokenRequired: map(
    otherwise(
      property(subject, 'InstanceMetadataOptions.HttpTokens', 'instance_metadata_options.http_tokens').text(),
      'optional',
      'session tokens are optional unless told otherwise',
    ),
    (tokens) => tokens === 'required',
  ),
});
